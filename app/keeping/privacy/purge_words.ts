/** What a purge counts, as a person reads it. */
export const PURGE_WORDS: Readonly<Record<string, string>> = {
  'saisines': 'Saisines anonymisées',
  'forms': 'Fiches retour anonymisées',
  'findings': 'Constats effacés',
  'caseDrafts': 'Brouillons de ces saisines effacés',
  'decisions': 'Motifs de décisions effacés',
  'reassignments': 'Motifs de réattributions effacés',
  'corrections': 'Motifs de régularisations effacés',
  'disputes': 'Textes de réclamations effacés',
  'disputeMessages': 'Messages de réclamations effacés',
  'disputeFiles': 'Pièces de réclamations effacées',
  'events': 'Détails du journal effacés',
  'mails': 'Textes de courriels effacés',
  'accessLog': 'Lignes du journal des accès effacées',
  'apiRequests': 'Réponses gardées pour les logiciels effacées',
  'drafts': 'Brouillons abandonnés effacés',
  'works': 'Traces de travaux terminés effacées',
  'invitations': 'Liens d’invitation périmés effacés',
  'sessions': 'Sessions périmées effacées',
  'importProblems': 'Cellules refusées d’anciens imports effacées',
  'refusedEvidence': 'Justificatifs de coordonnées bancaires refusées effacés',
  'held.hold': 'Gardées\u00a0: conservation légale',
  'held.dispute': 'Gardées\u00a0: réclamation ouverte',
  'held.correction': 'Gardées\u00a0: régularisation en cours',
  'held.run': 'Gardées\u00a0: campagne en cours',
  'held.unpaid': 'Gardées\u00a0: fiche retenue, pas encore réglée',
}

/** Each count with its words, in their order; a count of nothing is left out. */
export function purgeRows(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(PURGE_WORDS)
    .filter(([what]) => (counts[what] ?? 0) > 0)
    .map(([what, label]) => [label, counts[what]!])
}
