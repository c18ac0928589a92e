"""`python -m boardtui` is `boardtui`."""

import sys

from boardtui.cli import main

sys.exit(main())
