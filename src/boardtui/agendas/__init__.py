"""Agendas in: the native agenda file read and written, what is missing in one, and the bytes of any file as text."""

from boardtui.agendas.decoding import decode
from boardtui.agendas.gaps import agenda_gaps
from boardtui.agendas.native import read_agenda
from boardtui.agendas.native_writer import write_agenda
from boardtui.agendas.problems import AgendaError, Problem
from boardtui.model.credits import read_credit

__all__ = ["AgendaError", "Problem", "agenda_gaps", "decode", "read_agenda", "read_credit", "write_agenda"]
