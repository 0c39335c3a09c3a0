"""Virtual people walk whole routes through the local Telegram; nothing they do may be lost or done twice."""
