import { privacyGuard } from '#app/intake/privacy/privacy_guard'
import { isDay, type Day } from '#app/shared/day'
import { DEPARTMENTS } from '#app/shared/departments'
import type { Reason, Refused } from '#app/shared/result'

export interface TypedAction {
  heldOn: string
  department: string
  kind: string
  participants: string
  withAmf: string
  label: string
}

export interface NewAction {
  heldOn: Day
  department: string
  kind: string
  participants: number
  withAmf: boolean
  label: string
}

/** An action as it was typed, or all that is wrong with it. `kinds` are the codes that may still be declared. */
export function readAction(
  typed: TypedAction,
  kinds: readonly string[],
  today: Day
): NewAction | Refused {
  const { heldOn, department, kind, label } = typed
  const refused: Reason[] = []
  const fail = (field: string, message: string, remedy: string) =>
    refused.push({ code: 'ACTION_INCOMPLETE', message, remedy, field })
  if (!isDay(heldOn) || heldOn < '2000-01-01')
    fail('jour', 'Ce jour n’est pas lisible.', 'Écrivez un jour comme 2026-11-22.')
  else if (heldOn > today)
    fail('jour', 'Ce jour n’est pas encore venu.', 'Déclarez l’action une fois faite.')
  if (!DEPARTMENTS.has(department))
    fail('departement', 'Ce département est inconnu.', 'Choisissez-le dans la liste.')
  if (!kinds.includes(kind))
    fail('nature', 'Cette nature d’action est inconnue.', 'Choisissez-la dans la liste.')
  const participants = /^\d{1,6}$/.test(typed.participants) ? Number(typed.participants) : -1
  if (participants < 0 || participants > 100_000)
    fail('participants', 'Ce nombre n’est pas lisible.', 'Écrivez un nombre de 0 à 100 000.')
  if (typed.withAmf !== 'oui' && typed.withAmf !== 'non')
    fail('avec_amf', 'Il manque si l’association de maires y était.', 'Répondez oui ou non.')
  const guard = privacyGuard(label)
  if (guard) fail('libelle', guard.message, 'Retirez ce qui désigne une personne.')
  else if (label.length > 80)
    fail('libelle', 'Le libellé dépasse 80 caractères.', 'Raccourcissez-le.')
  if (refused.length > 0) return { refused }
  return { heldOn, department, kind, participants, withAmf: typed.withAmf === 'oui', label }
}
