export interface Picture {
  /** Its file, in docs/images/ecrans. */
  name: string
  who: 'coordination' | 'finance' | 'direction'
  path: string
  /** The link that is followed from there: the first one that answers. */
  follow?: string
  /** Pixels from the top: what the picture is about, not all that the page holds. */
  height?: number
}

/** The first link of a list. */
const FIRST = 'tbody a'

/** The pages that the guide shows. */
export const PICTURES: readonly Picture[] = [
  { name: 'accueil', who: 'finance', path: '/' },
  { name: 'saisines', who: 'coordination', path: '/saisines', height: 640 },
  { name: 'saisine', who: 'coordination', path: '/saisines', follow: FIRST },
  { name: 'fiche', who: 'coordination', path: '/fiches', follow: FIRST },
  { name: 'importer', who: 'coordination', path: '/imports/nouveau', height: 560 },
  { name: 'imports', who: 'coordination', path: '/imports', height: 640 },
  { name: 'rapprochement', who: 'coordination', path: '/rapprochement' },
  { name: 'decider', who: 'coordination', path: '/rapprochement/AMF-2021/file' },
  { name: 'campagnes', who: 'finance', path: '/campagnes', height: 480 },
  { name: 'campagne', who: 'finance', path: '/campagnes', follow: FIRST },
  { name: 'releve', who: 'finance', path: '/releves', follow: FIRST },
  { name: 'pourquoi', who: 'finance', path: '/lignes/1', height: 640 },
  { name: 'ordre', who: 'finance', path: '/ordres', follow: FIRST },
  { name: 'convention', who: 'coordination', path: '/conventions', follow: FIRST, height: 600 },
  { name: 'association', who: 'coordination', path: '/associations', follow: FIRST },
  { name: 'compte', who: 'direction', path: '/coordonnees-bancaires', follow: FIRST },
  { name: 'couverture', who: 'coordination', path: '/departements' },
  { name: 'journal', who: 'finance', path: '/journal', height: 640 },
]
