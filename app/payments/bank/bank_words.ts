import type { StateLabel } from '#app/shared/screens/list'

/** What kind of answer a file is. */
export const ANSWER_KINDS: Readonly<Record<string, StateLabel>> = {
  payee_check: { label: 'vérification des bénéficiaires', tone: 'calm' },
  payment_status: { label: 'compte rendu de l’ordre', tone: 'calm' },
  statement: { label: 'relevé de compte', tone: 'calm' },
  notification: { label: 'avis d’opérations', tone: 'calm' },
}

/** What became of a line that the bank told. */
export const LINE_OUTCOMES: Readonly<Record<string, StateLabel>> = {
  accepted: { label: 'accepté', tone: 'calm' },
  executed: { label: 'exécuté', tone: 'good' },
  rejected: { label: 'rejeté', tone: 'alert' },
  returned: { label: 'retourné', tone: 'alert' },
  open: { label: 'à rapprocher', tone: 'waiting' },
  matched: { label: 'rapproché', tone: 'good' },
  receipt: { label: 'versement reçu', tone: 'good' },
  debt: { label: 'note de débit payée', tone: 'good' },
  offset: { label: 'rend une partie d’un débit', tone: 'calm' },
  dismissed: { label: 'classé', tone: 'calm' },
  check: { label: 'bénéficiaire vérifié', tone: 'calm' },
  noted: { label: 'noté', tone: 'calm' },
}
