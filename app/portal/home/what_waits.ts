import type { DueForm } from '#app/portal/forms/form_lists'
import { formatDay, plural } from '#app/shared/french_format'
import { row } from '#app/shared/rows'

/** Something that waits for the association, and where it is done. */
export interface Waiting {
  label: string
  href: string
  /** How urgent it is, or what it costs to leave it. */
  why: string
}

interface Known {
  userId: number
  due: number
  refused: number
  urgent: DueForm | undefined
  hasAccount: boolean
}

/** What waits, the dearest first; nothing when all is done. Reads behind the wall. */
export async function whatWaits({
  userId,
  due,
  refused,
  urgent,
  hasAccount,
}: Known): Promise<Waiting[]> {
  const { unread } = (await row<{ unread: number }>(
    `SELECT count(*) AS unread FROM letters l
     WHERE NOT EXISTS (SELECT FROM letter_readings r WHERE r.letter_id = l.id AND r.user_id = ?)`,
    [userId]
  ))!
  return [
    !hasAccount && {
      label: 'Proposer un compte bancaire',
      href: '/mes-coordonnees/compte',
      why: 'sans compte approuvé, rien ne peut vous être viré',
    },
    urgent && {
      label: plural(due, 'fiche attendue', 'fiches attendues'),
      href: '/mes-fiches',
      why: `la plus urgente pour le ${formatDay(urgent.expectedBy)}, ${urgent.delay}`,
    },
    refused > 0 && {
      label: plural(refused, 'fiche non retenue', 'fiches non retenues'),
      href: '/mes-fiches?liste=non-retenues',
      why: 'pourquoi, et ce que vous pouvez faire',
    },
    unread > 0 && {
      label: plural(unread, 'lettre à lire', 'lettres à lire'),
      href: '/lettres',
      why: 'de la fédération',
    },
  ].filter((one) => one !== false && one !== undefined)
}
