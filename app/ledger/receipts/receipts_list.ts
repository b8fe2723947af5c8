import { conventionChoices } from '#app/conventions/convention_choices'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { formatDay } from '#app/shared/french_format'
import type { List } from '#app/shared/screens/list'

interface ReceiptRow {
  id: number
  convention: string
  conventionId: number
  receivedOn: Day
  reference: string
  amountCents: Cents
  /** Zero once it is reversed: the sum is of what counts. */
  countedCents: Cents
  envelopeFrom: Day | null
  envelopeLast: Day | null
  entryId: number | null
  state: string
  bank: string
}

/** The instalments of funders, and what became of each in the books and at the bank. */
export const receiptsList: List<ReceiptRow> = {
  name: 'versements',
  caption: 'Versements des financeurs',
  noun: ['versement', 'versements'],
  sql: `SELECT f.id, c.code AS convention, c.id AS "conventionId", f.received_on AS "receivedOn", f.reference,
      f.amount_cents AS "amountCents", CASE WHEN f.reversed_at IS NULL THEN f.amount_cents ELSE 0 END AS "countedCents", e.starts_on AS "envelopeFrom", e.ends_on - 1 AS "envelopeLast",
      j.id AS "entryId", CASE WHEN f.reversed_at IS NOT NULL THEN 'reversed' WHEN j.id IS NULL THEN 'waiting' ELSE 'posted' END AS state,
      CASE WHEN m.part_id IS NULL THEN 'none' ELSE 'matched' END AS bank
    FROM funder_receipts f JOIN conventions c ON c.id = f.convention_id
    LEFT JOIN envelopes meant ON meant.id = f.envelope_id
    LEFT JOIN envelopes e ON e.convention_id = c.id AND e.superseded_at IS NULL
      AND daterange(e.starts_on, e.ends_on) @> coalesce(meant.starts_on, f.received_on)
    LEFT JOIN journal_entries j ON j.receipt_id = f.id AND j.kind = 'funder_receipt'
    LEFT JOIN receipt_matches m ON m.receipt_id = f.id AND m.released_at IS NULL`,
  columns: [
    { key: 'reference', label: 'Référence', heads: true, href: ({ id }) => `/versements/${id}` },
    {
      key: 'convention',
      label: 'Convention',
      kind: 'code',
      href: ({ conventionId }) => `/conventions/${conventionId}`,
    },
    { key: 'receivedOn', label: 'Reçu le', kind: 'day' },
    {
      key: 'envelopeFrom',
      label: 'Enveloppe',
      words: ({ envelopeFrom, envelopeLast }) =>
        envelopeFrom ? `${formatDay(envelopeFrom)} – ${formatDay(envelopeLast!)}` : 'aucune',
    },
    { key: 'amountCents', label: 'Montant', kind: 'cents' },
    {
      key: 'state',
      label: 'Comptabilité',
      kind: 'state',
      states: {
        waiting: { label: 'à comptabiliser', tone: 'waiting' },
        posted: { label: 'comptabilisé', tone: 'good' },
        reversed: { label: 'contre-passé', tone: 'alert' },
      },
      href: ({ entryId }) => (entryId === null ? null : `/ecritures/${entryId}`),
    },
    {
      key: 'bank',
      label: 'Banque',
      kind: 'state',
      states: {
        none: { label: 'non rapproché', tone: 'calm' },
        matched: { label: 'rapproché', tone: 'good' },
      },
    },
  ],
  filters: [
    { name: 'q', label: 'Référence', kind: 'contains', columns: ['reference'] },
    {
      name: 'convention',
      label: 'Convention',
      kind: 'choice',
      column: 'convention',
      choices: conventionChoices,
    },
    {
      name: 'etat',
      label: 'Comptabilité',
      kind: 'choice',
      column: 'state',
      choices: () => [
        { value: 'waiting', label: 'à comptabiliser' },
        { value: 'posted', label: 'comptabilisé' },
        { value: 'reversed', label: 'contre-passé' },
      ],
    },
    { name: 'du', label: 'Du', kind: 'from', column: 'receivedOn' },
    { name: 'au', label: 'au', kind: 'until', column: 'receivedOn' },
  ],
  order: '-receivedOn',
  sum: { key: 'countedCents', label: 'Somme reçue' },
  empty: 'Aucun versement\u00a0: enregistrez le premier quand il est sur le compte.',
}
