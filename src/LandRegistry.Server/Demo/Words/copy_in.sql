copy demo_words (parcel_id, content) from stdin (format binary)
