import type { Letter } from '#app/shared/mail/letter'

export interface Invited {
  fullName: string
  invitedBy: string
  role: string
  /** The page where the password is chosen. */
  path: string
}

/** A person is given the link by which they enter. */
export function invitationLetter({ fullName, invitedBy, role, path }: Invited): Letter {
  return {
    subject: 'Votre accès à Reversement',
    blocks: [
      `${invitedBy} vous ouvre un accès à Reversement, au nom de ${fullName} (rôle\u00a0: ${role}).`,
      'Choisissez votre mot de passe dans les sept jours. À la première entrée, une application de codes sera demandée sur votre téléphone.',
    ],
    link: { label: 'Choisir mon mot de passe', path },
    foot: 'security',
  }
}
