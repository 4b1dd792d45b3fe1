"""What a person did about a flag: the small form for a call, and the phone numbers that are there or can be added."""
