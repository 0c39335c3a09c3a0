"""A local Telegram for running and testing the bot without the real one: people, chats, a strict Bot API."""
