import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '#app/shared/day'
import type { Federation } from '#tests/scenario/federation'
import { receive } from '#tests/scenario/office_files'

/** Takes in an AMF barème from 1 January 2026 on, as it is shipped but for the price of a psychological interview. */
export async function receiveSchedule(
  federation: Federation,
  on: Day,
  psychological: string
): Promise<void> {
  const all = 'prise en charge, injoignable, refus'
  const fees = [
    ['forfait_saisine', 'Forfait saisine', 'par saisine', '45', '', all],
    [
      'entretien_psychologique',
      'Entretien psychologique',
      'par acte',
      psychological,
      '8',
      'prise en charge',
    ],
    ['entretien_juridique', 'Entretien juridique', 'par acte', '48', '4', 'prise en charge'],
    ['entretien_social', 'Entretien social', 'par acte', '38,00', '4', 'prise en charge'],
    ['accompagnement', 'Accompagnement au procès', 'par acte', '65', '3', 'prise en charge'],
  ]
  const titles =
    'convention;prestation;libelle;unite;montant;plafond;issues;valide_du;valide_au\r\n'
  const lines = fees.map((fee) => `AMF-2021;${fee.join(';')};01/01/2026;\r\n`)
  const path = join(federation.folder, `bareme-${on}.csv`)
  await writeFile(path, `\ufeff${titles}${lines.join('')}`)
  await receive(federation, 'baremes', path, on)
}
