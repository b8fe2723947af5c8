import type { Letter } from '#app/shared/mail/letter'

export interface AnsweredDispute {
  id: number
  verdict: 'accepted' | 'rejected'
  /** Reference of the saisine or of the statement that was contested. */
  reference: string | null
}

/** A dispute has its answer; the answer itself is read on its page. */
export function disputeLetter({ id, verdict, reference }: AnsweredDispute): Letter {
  const accepted = verdict === 'accepted'
  return {
    subject: `Réponse à votre réclamation n° ${id}`,
    blocks: [
      `Votre réclamation n° ${id}${reference === null ? '' : ` (${reference})`} est ${accepted ? 'acceptée' : 'rejetée'}.`,
      accepted
        ? 'Si de l’argent vous est dû, il sera sur un prochain relevé, comme régularisation.'
        : 'La réponse dit pourquoi. Un fait nouveau peut se dire dans une autre réclamation.',
    ],
    link: { label: 'Lire la réponse', path: `/mes-reclamations/${id}` },
    foot: 'choice',
  }
}
