# SPDX-License-Identifier: Apache-2.0
"""What tools/draw-machines is made of."""
