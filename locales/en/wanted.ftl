## What somebody wanted when a question came first

wanted-late = You pressed it more than 15 minutes ago, so nothing was done by itself: press the button once more.
