"""Pages. Those with a client in them stand behind `gate.caseload_required`."""
