import type { YearEnd, YearEndChoice } from '#app/ledger/closing/year_end'
import { sumCents } from '#app/shared/cents'
import { formatAmount, plural } from '#app/shared/french_format'
import { textTable } from '#app/shared/text_table'

export const CHOICE_LABELS: Readonly<Record<YearEndChoice['choice'], string>> = {
  dedicated: 'à reporter en fonds dédiés',
  returned: 'à rendre au financeur',
}

/** A year’s end for a terminal. */
export function yearEndLines(end: YearEnd): string[] {
  const { convention, year, accruals, accruedCents, unanswered, leftCents, toDecideCents } = end
  return [
    `Fin de ${year}, convention ${convention.code}`,
    `À provisionner\u00a0: ${formatAmount(accruedCents)} pour ${plural(end.work.length, 'saisine faite et non réglée', 'saisines faites et non réglées')}.`,
    ...abatedLine(end),
    ...textTable(
      accruals.map(({ code, name, saisines, amountCents }) => [
        code,
        name,
        String(saisines),
        formatAmount(amountCents),
      ])
    ),
    `${plural(unanswered, 'saisine', 'saisines')} sans fiche retenue\u00a0: rien ne les chiffre encore.`,
    `Reçu et non dû\u00a0: ${formatAmount(leftCents)}\u00a0; une fois le travail provisionné\u00a0: ${formatAmount(toDecideCents)}.`,
    choiceLine(end.choice),
  ]
}

function abatedLine({ abatements }: YearEnd): string[] {
  if (abatements.length === 0) return []
  const abated = formatAmount(sumCents(abatements.map(({ amountCents }) => amountCents)))
  return [`  dont ${abated} retirés de relevés par une enveloppe partagée, et non repris.`]
}

function choiceLine(choice: YearEndChoice | null): string {
  if (!choice) return 'Aucun choix n’est enregistré pour cet argent.'
  const { leftCents, who, reason } = choice
  return `${formatAmount(leftCents)} ${CHOICE_LABELS[choice.choice]}, par ${who}\u00a0: ${reason}`
}
