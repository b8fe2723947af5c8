import { loadAllTerms } from '#app/conventions/load_terms'
import { FINDING_CODES, type FindingCode } from '#app/reconciliation/findings/finding_codes'
import { formExpectedBy } from '#app/reconciliation/findings/form_expected_by'
import { TOLD_TO_ASSOCIATION } from '#app/reconciliation/findings/told_to_association'
import { ORIGIN_WORDS } from '#app/returns/return_form_words'
import type { Cents } from '#app/shared/cents'
import type { Day } from '#app/shared/day'
import { plural } from '#app/shared/french_format'
import { row, rows } from '#app/shared/rows'
import type { StateLabel } from '#app/shared/screens/list'
import { MATCH_STATES } from '#start/match_words'

/** SQL: the saisines `s` of the reader whose form has not come. */
const DUE_SQL = `FROM saisines s JOIN conventions c ON c.id = s.convention_id
  LEFT JOIN form_drafts d ON d.saisine_id = s.id
  WHERE NOT EXISTS (SELECT FROM return_forms f WHERE f.reference = s.reference AND f.convention_id = s.convention_id)
    AND NOT EXISTS (SELECT FROM form_outcomes o WHERE o.saisine_id = s.id AND o.outcome = 'RETENUE')`

/** SQL: the forms `f` of the reader, the last version of each. */
const SENT_SQL = `FROM return_forms f JOIN conventions c ON c.id = f.convention_id
  LEFT JOIN form_outcomes o ON o.form_id = f.id
  LEFT JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id
  WHERE NOT EXISTS (SELECT FROM return_forms later WHERE later.reference = f.reference
    AND later.convention_id = f.convention_id AND later.association_id = f.association_id AND later.version > f.version)`

/** SQL: the forms `f` that nothing pays, and that no correction took the place of. */
const REFUSED_SQL = `FROM return_forms f JOIN conventions c ON c.id = f.convention_id
  JOIN form_outcomes o ON o.form_id = f.id
  LEFT JOIN saisines s ON s.reference = f.reference AND s.convention_id = f.convention_id
  WHERE o.outcome <> 'RETENUE' AND NOT EXISTS (SELECT FROM return_forms later WHERE later.reference = f.reference
    AND later.convention_id = f.convention_id AND later.association_id = f.association_id
    AND later.version > f.version AND later.origin = 'portal')`

export interface FormCounts {
  due: number
  sent: number
  refused: number
}

export async function formCounts(): Promise<FormCounts> {
  return (await row<FormCounts>(
    `SELECT (SELECT count(*) ${DUE_SQL}) AS due, (SELECT count(*) ${SENT_SQL}) AS sent,
       (SELECT count(*) ${REFUSED_SQL}) AS refused`
  ))!
}

export interface DueForm {
  saisineId: number
  reference: string
  convention: string
  openedOn: Day
  expectedBy: Day
  /** Whether a later form is paid only when its delay is excused. */
  forclusion: boolean
  /** Days from today to the last day; negative once it is over. */
  daysLeft: number
  /** The same in words. */
  delay: string
  hasDraft: boolean
}

type DueRow = Pick<DueForm, 'saisineId' | 'reference' | 'convention' | 'openedOn' | 'hasDraft'>

/** The saisines without a form, the most urgent first. */
export async function dueForms(today: Day, first: number, size: number): Promise<DueForm[]> {
  const found = await allDueForms(today)
  return found.slice(first, first + size)
}

/** All of them: the deadline is a rule of the convention, and the rule is not written twice. */
export async function allDueForms(today: Day): Promise<DueForm[]> {
  const terms = new Map((await loadAllTerms()).map((one) => [one.code, one]))
  const { days } = (await row<{ days: number }>('SELECT missing_form_days AS days FROM settings'))!
  const due = await rows<DueRow>(
    `SELECT s.id AS "saisineId", s.reference, c.code AS convention, s.opened_on AS "openedOn",
       d.saisine_id IS NOT NULL AS "hasDraft" ${DUE_SQL} ORDER BY s.opened_on, s.id`
  )
  return due
    .map((one) => {
      const rules = terms.get(one.convention)!
      const expectedBy = formExpectedBy(one.openedOn, rules, days)
      const daysLeft = daysBetween(today, expectedBy)
      const forclusion = rules.deadline?.effect === 'forclusion'
      return { ...one, expectedBy, forclusion, daysLeft, delay: delayInWords(daysLeft) }
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || a.saisineId - b.saisineId)
}

function delayInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'dernier jour'
  return daysLeft > 0
    ? `encore ${plural(daysLeft, 'jour')}`
    : `dépassé de ${plural(-daysLeft, 'jour')}`
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export interface SentForm {
  id: number
  saisineId: number | null
  reference: string
  convention: string
  receivedOn: Day
  version: number
  origin: string
  state: StateLabel
  /** What issued statements pay for it; null before. */
  paidCents: Cents | null
}

/** The last version of each form, the newest first. */
export async function sentForms(first: number, size: number): Promise<SentForm[]> {
  const found = await rows<Omit<SentForm, 'state'> & { match: string | null }>(
    `SELECT f.id, s.id AS "saisineId", f.reference, c.code AS convention, f.received_on AS "receivedOn", f.version,
       f.origin, o.outcome AS match,
       (SELECT sum(amount_cents)::bigint FROM settlement_lines l WHERE l.form_id = f.id) AS "paidCents"
     ${SENT_SQL} ORDER BY f.received_on DESC, f.id DESC LIMIT ? OFFSET ?`,
    [size, first]
  )
  return found.map(({ match, ...one }) => ({
    ...one,
    origin: ORIGIN_WORDS[one.origin]!,
    state: MATCH_STATES[match ?? 'A_RAPPROCHER']!,
  }))
}

export interface RefusedForm {
  id: number
  saisineId: number | null
  reference: string
  convention: string
  receivedOn: Day
  label: string
  reasons: { message: string; remedy: string }[]
  /** False once a correction speaks for it. */
  contestable: boolean
}

interface RefusedRow extends Omit<RefusedForm, 'label' | 'reasons'> {
  match: string
  findings: { code: FindingCode; message: string }[]
}

/** « Doublon » would tell that another association answered already. */
function toldOutcome(match: string, findings: RefusedRow['findings']): string {
  return findings.find(({ code }) => code === 'MAUVAISE_ASSOCIATION')?.code ?? match
}

/** The forms that nothing pays, each with why and what the association can do, in words for it. */
export async function refusedForms(first: number, size: number): Promise<RefusedForm[]> {
  const found = await rows<RefusedRow>(
    `SELECT f.id, s.id AS "saisineId", f.reference, c.code AS convention, f.received_on AS "receivedOn",
       o.outcome AS match, NOT EXISTS (SELECT FROM proposed_corrections p
         WHERE p.form_id = f.id AND p.state <> 'refused') AS contestable, (SELECT coalesce(json_agg(json_build_object('code', n.code, 'message', n.message)
         ORDER BY n.id), '[]') FROM findings n WHERE n.form_id = f.id AND n.blocking AND ${TOLD_TO_ASSOCIATION}) AS findings
     ${REFUSED_SQL} ORDER BY f.received_on DESC, f.id DESC LIMIT ? OFFSET ?`,
    [size, first]
  )
  return found.map(({ match, findings, ...one }) => ({
    ...one,
    label: MATCH_STATES[toldOutcome(match, findings)]!.label,
    reasons:
      findings.length > 0
        ? findings.map(({ code, message }) => ({
            message,
            remedy: FINDING_CODES[code].association,
          }))
        : [
            {
              message: 'La fédération a écarté cette fiche.',
              remedy: 'Demandez-lui pourquoi, ou contestez son choix.',
            },
          ],
  }))
}
