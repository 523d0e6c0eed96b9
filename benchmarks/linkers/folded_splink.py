"""Links the lists of a folder with Splink as it comes, on the consonants of names."""

from stock_splink import main
from told import consonants_of

if __name__ == "__main__":
    main(consonants_of)
