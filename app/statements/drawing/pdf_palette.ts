import type { Colour, Ink } from '#app/statements/drawing/pdf_sheet'

/** One colour speaks, a deep petrol blue; the rest is ink, grey and paper. */
export const PETROL: Colour = [0.09, 0.29, 0.36]
export const INK: Colour = [0.11, 0.14, 0.16]
export const GREY: Colour = [0.35, 0.4, 0.44]
export const LINE: Colour = [0.85, 0.88, 0.89]
export const MIST: Colour = [0.945, 0.96, 0.965]

export const INKS = {
  title: ink('strong', 21, PETROL),
  number: ink('regular', 11, INK),
  sender: ink('strong', 11, PETROL),
  section: ink('strong', 11.5, PETROL),
  label: ink('regular', 8, GREY),
  value: ink('regular', 9, INK),
  strongValue: ink('strong', 9, INK),
  amount: ink('strong', 22, PETROL),
  head: ink('strong', 7.5, GREY),
  body: ink('regular', 8, INK),
  strongBody: ink('strong', 8, INK),
  group: ink('strong', 8.5, PETROL),
  note: ink('regular', 7, GREY),
  mark: ink('strong', 8, PETROL),
} as const satisfies Record<string, Ink>

function ink(face: Ink['face'], size: number, colour: Colour): Ink {
  return { face, size, colour }
}
