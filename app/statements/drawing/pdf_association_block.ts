import { formatSiret } from '#app/shared/french_format'
import type { Block } from '#app/statements/drawing/pdf_letterhead'
import { INKS } from '#app/statements/drawing/pdf_palette'
import type { Ink } from '#app/statements/drawing/pdf_sheet'
import type { StatementData } from '#app/statements/content/statement_data'

/** The association that a document is for. */
export function associationBlock({
  name,
  address,
  siret,
  code,
}: StatementData['association']): Block {
  return {
    title: 'Association',
    lines: [
      [name, INKS.strongValue],
      ...address.map((line): [string, Ink] => [line, INKS.value]),
      [siret ? `SIRET ${formatSiret(siret)}` : 'SIRET non communiqué', INKS.value],
      [`Code ${code}`, INKS.value],
    ],
  }
}
