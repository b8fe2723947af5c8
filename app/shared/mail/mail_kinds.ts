/** What mails are for, in the words of the screens. */
export const MAIL_KINDS = {
  invitation: 'Invitation',
  reminder: 'Relance',
  saisines: 'Nouvelles saisines',
  forms_due: 'Fiches à rendre',
  forms_refused: 'Fiches non retenues',
  statement: 'Relevé',
  transfer: 'Virement',
  dispute: 'Réclamation',
  account: 'Coordonnées bancaires',
  access: 'Accès d’un logiciel',
  letter: 'Lettre du réseau',
  meeting: 'Rendez-vous du réseau',
  digest: 'Messages du jour',
} as const

export type MailKind = keyof typeof MAIL_KINDS

/** Those that nobody may choose not to receive. */
export const SECURITY_KINDS: readonly MailKind[] = ['invitation', 'account', 'access']
