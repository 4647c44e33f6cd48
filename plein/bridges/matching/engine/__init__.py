"""The heart of matching: values in, values out; no tables, no clock, no network.

For every process: `shapes`, `checking`, `explain`. For the worker only, because they load numpy:
`reading` (read), `ranking` (rank), `index` (Index), `plan`, `learn`, `vectors`.
"""
