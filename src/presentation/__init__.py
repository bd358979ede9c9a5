"""How it looks: questions become forms, results become HTML or plain text."""
