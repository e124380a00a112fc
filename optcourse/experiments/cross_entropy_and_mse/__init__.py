"""Cross-entropy against squared error: on two logits and on digits."""
