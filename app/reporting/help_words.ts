/** What each state means to those who read it, in a line. */
export const HELP_WORDS = {
  form: {
    missing: 'L’association n’a pas encore dit ce qu’elle a fait.',
    received: 'La fiche est là\u00a0; le rapprochement ne l’a pas encore lue.',
    retained: 'La fiche répond à la saisine\u00a0: elle sera payée.',
    refused: 'Un constat empêche de payer la fiche\u00a0; sa page dit lequel et quoi faire.',
  },
  run: {
    draft: 'Ouverte, rien n’est calculé.',
    calculated: 'Les montants sont connus et peuvent encore changer.',
    submitted: 'Attend ceux qui l’approuvent\u00a0; rien n’y change plus.',
    approved: 'Peut être émise. Tout changement annule les approbations.',
    issuing: 'Les relevés se numérotent\u00a0; une interruption reprend où elle en était.',
    issued: 'Les relevés sont définitifs et archivés.',
    paid: 'Tous les virements sont exécutés.',
    closed: 'Rien n’y reste à faire.',
    abandoned: 'Arrêtée avant l’émission\u00a0; ses fiches attendent une autre campagne.',
  },
  payment: {
    waiting: 'Aucun ordre de virement ne le porte encore.',
    issued: 'Le fichier est écrit\u00a0: cela n’est pas encore payé.',
    accepted: 'La banque a pris l’ordre.',
    executed: 'Le relevé du compte montre le débit\u00a0: c’est payé.',
    rejected:
      'La banque a refusé\u00a0: la somme reste due\u00a0; le compte est bloqué si elle l’accuse.',
    returned: 'L’argent est revenu des jours après\u00a0: la somme est due de nouveau.',
    nothing: 'Le total est nul.',
    owing: 'Le total est négatif\u00a0: le prochain relevé le reprend.',
    taken: 'Un relevé suivant a repris ce solde.',
    claimed: 'Une note de débit réclame ce solde.',
    repaid: 'L’association a payé la note de débit qui réclamait ce solde.',
  },
  account: {
    proposed: 'Une personne l’a saisi\u00a0; une autre doit l’approuver après un rappel.',
    cooling: 'Approuvé\u00a0: on attend la fin du délai avant d’y payer.',
    usable: 'Les virements y vont.',
    blocked: 'La banque l’accuse, un virement n’y est pas arrivé\u00a0: proposez-en un autre.',
    replaced: 'Un compte plus récent a pris sa place.',
    rejected: 'N’a pas été approuvé\u00a0; le motif est sur sa page.',
  },
  correction: {
    proposed: 'Ce qui est dû a changé après l’émission\u00a0: quelqu’un doit décider.',
    approved: 'La prochaine campagne la règle.',
    refused: 'On ne change rien\u00a0; le motif est gardé.',
    settled: 'Un relevé l’a réglée.',
  },
  dispute: {
    open: 'L’association attend une réponse\u00a0; ses règlements aussi.',
    accepted: 'L’association avait raison\u00a0; ce qui suit est proposé en régularisation.',
    rejected: 'Le relevé reste\u00a0; la réponse dit pourquoi.',
  },
  convention: {
    draft: 'Pas encore en vigueur.',
    active: 'En vigueur.',
    expired: 'Finie\u00a0; ses dernières fiches se règlent encore.',
    settled: 'Finie et entièrement réglée.',
  },
} as const
