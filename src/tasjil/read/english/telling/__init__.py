"""What a whole report tells: from its sentences to drafts of claims."""
