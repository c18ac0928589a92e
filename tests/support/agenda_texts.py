"""Agendas for the tests, about a made-up board and council. Two of the names and one title are hostile on purpose."""

BOARD = """---
council: Marrow Vale Council
committee: Marrow Vale Health Board
house: partnership_board
date: 7 September 2026
time: 2.00 pm
place: Council Chamber
next minute number: 31
quorum: 3
member: Cllr Ida Penrose | Chair
member: Cllr Ben Okafor | Deputy Chair
member: Dr Aled ap Rhys | | Vale Integrated Care Board
member: Ms Joan [/] Smith | | Vale Voluntary Action
member: Cllr Mary Quill
officer: T Lark | | Place
---
# Public Business
1. Declarations of Interest
2. Minutes of Previous Meeting
3. Roof [phase 2] (Pages 3 - 9)
   Report of: Rosa Winter | Director of Buildings
   Recommendation: note the report
   Recommendation: approve the budget for the second phase
   Draft: The Board considered a report of @@winter on the second phase of the roof.
4. Winter Plan
   Presented by: Dr Aled ap Rhys
   Minutes: 20
5. Any Other Business
"""
