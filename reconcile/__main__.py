"""``python -m reconcile`` works like the command."""

from reconcile.cli import main

if __name__ == "__main__":
    main()
