"""How many standard errors to either side hold the truth how often, of errors that are normally distributed.

Owns the two numbers, so that "8 times in 10" and "beyond the error" mean the same everywhere.

Source: quantiles of the standard normal distribution.
"""

from __future__ import annotations

Z80 = 1.2815515655446004
"""Half width of an 80 % interval in SDs: the 90th percentile."""

SURE = 1.96
"""Standard errors beyond which a change or a difference is called real: 95 %, two-sided, as it is always written.
Source: SCIENCE section 2, as the MDC; section 5: no fixed percentage, flag only beyond the MDC (Bishop et al. 2018)."""
