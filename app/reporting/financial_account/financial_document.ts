import { TEXTS } from '#app/reporting/financial_account/budget_lines'
import type {
  FinancialAccount,
  FinancialLine,
  FinancialTotal,
} from '#app/reporting/financial_account/financial_account'
import {
  amount,
  text,
  type ReportCell,
  type ReportColumn,
  type ReportDocument,
  type ReportSection,
} from '#app/reporting/documents/report_document'
import type { ReportFrame } from '#app/reporting/documents/report_frame'
import { maskedReport } from '#app/reporting/funder_report/masked_report'
import { formatAmount, plural } from '#app/shared/french_format'

const COLUMNS: ReportColumn[] = [
  { title: 'Poste', width: 175, kind: 'text' },
  ...['Prévu', 'Dans les livres', 'Déclaré hors des livres', 'Réalisé'].map(
    (title): ReportColumn => ({ title, width: 80, kind: 'amount' })
  ),
]

/** The three parts of a compte rendu financier (Cerfa 15059): what was done, what it cost, and how to read it. */
export function financialDocument(
  account: FinancialAccount,
  { threshold, ...frame }: ReportFrame
): ReportDocument {
  const { convention, year, charges, produits, totals, source, waiting } = account
  const { saisines } = maskedReport(source, threshold)
  return {
    ...frame,
    fictitious: frame.fictitious || convention.fictitious,
    title: 'Compte rendu financier',
    subtitle: `${convention.funder}. Convention ${convention.code}, ${convention.title}, exercice ${year}`,
    fileName: `compte-rendu-financier-${convention.code}-${year}`,
    on: `${year}-12-31`,
    sections: [
      {
        title: '1. Bilan qualitatif',
        sentences: [
          `D’après les lignes réglées dans l’année, ${saisines === null ? 'un nombre masqué de saisines' : plural(saisines, 'saisine')}.`,
          ...written(account, 1),
        ],
      },
      {
        title: '2. Tableau de synthèse\u00a0: charges',
        sentences: [
          'La colonne « Dans les livres » vient des écritures de la convention datées de l’exercice. Ce que la fédération déclare d’autre est à part, et n’est pas vérifié ici.',
        ],
        table: {
          caption: 'Charges de l’action',
          columns: COLUMNS,
          rows: rowsOf(charges, totals.charges),
        },
      },
      {
        title: '2. Tableau de synthèse\u00a0: produits',
        sentences:
          waiting.count === 0
            ? []
            : [
                `${plural(waiting.count, 'versement reçu n’a', 'versements reçus n’ont')} pas encore d’écriture (${formatAmount(waiting.cents)})\u00a0: les produits ne les comptent pas.`,
              ],
        table: {
          caption: 'Produits de l’action',
          columns: COLUMNS,
          rows: rowsOf(produits, totals.produits),
        },
      },
      {
        title: '3. Annexe',
        sentences: [balance(totals), ...written(account, 3)],
      },
      {
        title: 'Certification',
        sentences: [
          'Je soussigné(e), (nom, prénom, qualité), certifie exactes les informations de ce compte rendu.',
          'Fait le\u00a0: (jour), à\u00a0: (lieu). Signature\u00a0:',
        ],
      },
    ],
  }
}

function rowsOf(
  lines: FinancialLine[],
  total: FinancialTotal
): NonNullable<ReportSection['table']>['rows'] {
  return [
    ...lines
      .filter(({ planned, done, booked }) => planned !== null || done !== 0 || booked !== 0)
      .map((line) => ({ tone: 'body' as const, cells: [text(line.label), ...amounts(line)] })),
    { tone: 'total' as const, cells: [text('Total'), ...amounts(total)] },
  ]
}

function amounts({ planned, booked, declared, done }: FinancialTotal): ReportCell[] {
  return [planned, booked, declared, done].map((cents) => (cents === null ? null : amount(cents)))
}

function balance({ charges, produits }: FinancialAccount['totals']): string {
  const left = produits.done - charges.done
  const said = `Produits ${formatAmount(produits.done)}, charges ${formatAmount(charges.done)}`
  if (left === 0) return `${said}\u00a0: l’exercice est à l’équilibre.`
  return left > 0
    ? `${said}\u00a0: ${formatAmount(left)} restent à employer, à reporter ou à rendre.`
    : `${said}\u00a0: il manque ${formatAmount(-left)}.`
}

function written({ draft }: FinancialAccount, part: 1 | 3): string[] {
  return TEXTS.filter((one) => one.part === part).flatMap(({ key, label }) => {
    const lines = (draft.texts[key] ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
    return lines.length === 0 ? [`${label}\u00a0: à écrire.`] : [`${label}\u00a0:`, ...lines]
  })
}
