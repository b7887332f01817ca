"""Reading Arabic script: letters, words, sentences, numbers, dates; knows nothing of news."""
