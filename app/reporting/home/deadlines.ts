import type { Role } from '#app/accounts/user'
import { MONEY } from '#app/accounts/access'
import { dueForms } from '#app/reporting/home/due_forms'
import { addDays, type Day } from '#app/shared/day'
import { formatDay, plural } from '#app/shared/french_format'
import { rows } from '#app/shared/rows'

export interface Deadline {
  day: Day
  sentence: string
  href: string
}

/** Days that the page looks ahead: to chase forms, and to talk with a funder. */
const FORMS_WITHIN = 45
const CONVENTIONS_WITHIN = 180

/** What comes next, the nearest first: what the role may act on. */
export async function deadlines(role: Role, today: Day): Promise<Deadline[]> {
  const found = [
    await formDeadlines(today),
    ...((MONEY as readonly Role[]).includes(role)
      ? [await coolingEnds(), await conventionEnds(today)]
      : []),
  ]
  return found.flat().toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

async function formDeadlines(today: Day): Promise<Deadline[]> {
  const due = await dueForms(today, FORMS_WITHIN)
  return due.map(({ code, openedFrom, openedUntil, dueFrom, dueUntil, count }) => ({
    day: dueFrom,
    sentence: `${plural(count, 'fiche attendue', 'fiches attendues')} pour ${code}${
      dueFrom === dueUntil ? '' : `, les dernières le ${formatDay(dueUntil)}`
    }`,
    href: `/saisines?convention=${code}&fiche=missing&du=${openedFrom}&au=${openedUntil}`,
  }))
}

async function coolingEnds(): Promise<Deadline[]> {
  const found = await rows<{ day: Day; count: number }>(
    `SELECT (payable_from AT TIME ZONE 'Europe/Paris')::date AS day, count(*) AS count FROM bank_accounts
     WHERE payable_from > now() AND replaced_at IS NULL AND blocked_at IS NULL GROUP BY 1 ORDER BY 1 LIMIT 10`
  )
  return found.map(({ day, count }) => ({
    day,
    sentence: `${plural(count, 'nouveau compte devient utilisable', 'nouveaux comptes deviennent utilisables')}`,
    href: '/coordonnees-bancaires?etat=cooling',
  }))
}

async function conventionEnds(today: Day): Promise<Deadline[]> {
  const found = await rows<{ id: number; day: Day; code: string; what: 'convention' | 'envelope' }>(
    `SELECT c.id, c.code, c.ends_on - 1 AS day, 'convention' AS what FROM conventions c
       WHERE c.state = 'active' AND c.ends_on - 1 BETWEEN ? AND ?
     UNION ALL
     SELECT c.id, c.code, e.ends_on - 1, 'envelope' FROM envelopes e JOIN conventions c ON c.id = e.convention_id
       WHERE e.superseded_at IS NULL AND e.ends_on - 1 BETWEEN ? AND ?`,
    [today, addDays(today, CONVENTIONS_WITHIN), today, addDays(today, CONVENTIONS_WITHIN)]
  )
  return found.map(({ id, day, code, what }) => ({
    day,
    sentence:
      what === 'convention'
        ? `Dernier jour de la convention ${code}`
        : `Dernier jour de l’enveloppe de ${code}`,
    href: `/conventions/${id}${what === 'envelope' ? '#enveloppes' : ''}`,
  }))
}
