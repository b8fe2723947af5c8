import type { Reason } from '#app/shared/result'

interface Thrown {
  status?: number
  statusCode?: number
  code?: string
  type?: string
}

/** Status of what was thrown: a client's fault keeps its 4xx, all the rest is ours. */
export function statusOf(error: unknown): number {
  const { status, statusCode, code = '', type } = (error ?? {}) as Thrown
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') return 400
  // A NUL that PostgreSQL cannot store came from a form: nobody types one.
  if (code === '22021') return 400
  // Who sent it hung up before it was read.
  if (type === 'stream.not.readable') return 400
  if (code === 'E_BAD_CSRF_TOKEN') return 419
  const given = status ?? statusCode
  return typeof given === 'number' && given >= 400 && given < 600 ? given : 500
}

const PAGES: Record<number, readonly [title: string, sentence: string]> = {
  400: [
    'Demande illisible',
    'Le navigateur a envoyé une demande que nous ne savons pas lire. Revenez en arrière et recommencez.',
  ],
  403: [
    'Accès réservé',
    'Cette page ou cette action ne relève pas de votre rôle. Demandez-la à la personne qui en a la charge.',
  ],
  404: [
    'Introuvable',
    'Rien ne se trouve à cette adresse. Elle a pu être mal recopiée, ou ce qu’elle montrait n’existe plus.',
  ],
  413: [
    'Envoi trop lourd',
    'Le fichier ou le texte dépasse ce que nous acceptons. Coupez-le en plusieurs, puis renvoyez-le.',
  ],
  415: ['Format non accepté', 'Ce format d’envoi n’est pas accepté ici.'],
  419: [
    'Page trop ancienne',
    'Cette page est restée ouverte trop longtemps. Revenez en arrière, rechargez-la et recommencez : rien n’a été enregistré.',
  ],
  429: ['Trop de demandes', 'Attendez quelques minutes avant de recommencer.'],
}

const OURS = [
  'Une erreur de notre fait',
  'Rien n’a été enregistré à moitié. Recommencez dans un instant ; si cela dure, donnez le numéro ci-dessous à l’administration.',
] as const

/** What the page says: the same shape as a refusal. */
export function pageOf(status: number, requestId: string | undefined): Reason {
  const [message, remedy] =
    PAGES[status === 422 ? 400 : status] ?? (status < 500 ? PAGES[400]! : OURS)
  return {
    code: status >= 500 ? `DEMANDE ${requestId ?? ''}`.trim() : `ERREUR_${status}`,
    message,
    remedy,
  }
}
