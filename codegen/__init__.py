# SPDX-License-Identifier: Apache-2.0
"""qapigen: reads a QAPI schema and generates every interface that it describes."""
