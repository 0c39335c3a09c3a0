"""Updates per second of a durable questionnaire over HTTP, beside two reference bots: `python -m bench`."""
