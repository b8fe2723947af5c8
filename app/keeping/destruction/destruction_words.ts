/** What a destruction counts, as a person reads it. */
export const DESTRUCTION_WORDS: Readonly<Record<string, string>> = {
  'document': 'Relevés, classeurs et notes de campagnes',
  'order': 'Fichiers d’ordres de virement',
  'answer': 'Réponses de la banque',
  'kept.hold': 'Gardées\u00a0: conservation légale',
  'kept.dispute': 'Gardées\u00a0: réclamation ouverte',
  'kept.open_year': 'Gardées\u00a0: exercice pas encore clos',
  'kept.unpaid': 'Gardées\u00a0: règlement pas terminé',
  'kept.open_item': 'Gardées\u00a0: suspens de la banque à traiter',
}
