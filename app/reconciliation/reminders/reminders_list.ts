import { LATE_SQL } from '#app/reconciliation/reminders/late_saisines'
import type { List, StateLabel } from '#app/shared/screens/list'

interface LateAssociationRow {
  id: number
  code: string
  name: string
  email: string | null
  late: number
  remindable: number
  lastRemindedAt: Date | null
  state: string
}

const STATES: Readonly<Record<string, StateLabel>> = {
  ready: { label: 'à relancer', tone: 'alert' },
  waiting: { label: 'relancée, attend', tone: 'waiting' },
  unreachable: { label: 'sans courriel', tone: 'alert' },
}

/** Associations whose forms are late, with what may be asked again today. */
export const remindersList: List<LateAssociationRow> = {
  name: 'relances',
  caption: 'Associations dont des fiches manquent',
  noun: ['association', 'associations'],
  sql: `SELECT a.id, a.code, a.name, a.email, late.late, late.remindable, late."lastRemindedAt",
      CASE WHEN a.email IS NULL THEN 'unreachable' WHEN late.remindable = 0 THEN 'waiting' ELSE 'ready' END AS state
    FROM associations a JOIN (
      SELECT s.association_id, count(*) AS late, max(r.sent_at) AS "lastRemindedAt",
        count(*) FILTER (WHERE r.sent_at IS NULL
          OR r.sent_at + make_interval(days => (SELECT reminder_days FROM settings)) <= now()) AS remindable
      FROM ${LATE_SQL} GROUP BY 1
    ) late ON late.association_id = a.id`,
  columns: [
    { key: 'code', label: 'Code', kind: 'code', heads: true, href: ({ id }) => `/relances/${id}` },
    { key: 'name', label: 'Association' },
    { key: 'email', label: 'Courriel' },
    { key: 'late', label: 'Fiches manquantes', kind: 'number' },
    { key: 'remindable', label: 'À relancer', kind: 'number' },
    { key: 'lastRemindedAt', label: 'Dernière relance', kind: 'instant' },
    { key: 'state', label: 'État', kind: 'state', states: STATES },
  ],
  filters: [
    { name: 'q', label: 'Code ou nom', kind: 'contains', columns: ['code', 'name'] },
    {
      name: 'etat',
      label: 'État',
      kind: 'choice',
      column: 'state',
      choices: () => Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
    },
  ],
  order: '-late',
  empty: 'Aucune fiche ne manque au-delà de son délai, d’après le dernier rapprochement.',
}
