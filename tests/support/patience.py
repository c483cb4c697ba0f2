# SPDX-License-Identifier: Apache-2.0
"""How long tests wait for what should come.

What comes soon on a machine at rest takes a minute under the sanitizers on one where compilers
run as well. So the limit is far off: it ends a test that would hang, and measures nothing.
"""

TIMEOUT_S = 300.0
