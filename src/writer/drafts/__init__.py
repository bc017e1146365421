"""What a draft is made of: the prose a model answered, the attempts it took, and the record that is stored."""
