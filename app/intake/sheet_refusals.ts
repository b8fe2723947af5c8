import { formatNumber } from '#app/shared/french_format'

/** Why a file is not read, and what its sender can do about it: both in French, for the screen. */
export interface Refusal {
  code: RefusalCode
  message: string
  remedy: string
}

const SAVE_AS = 'Ouvrez-le dans votre tableur, puis enregistrez-le au format Excel (.xlsx) ou CSV.'
const SEND_AGAIN =
  'Ouvrez-le dans votre tableur, enregistrez-le de nouveau en .xlsx, puis recommencez.'
const SPLIT = 'Partagez les lignes entre plusieurs fichiers, puis déposez-les l’un après l’autre.'
const LIGHTEN =
  'Copiez les seules cellules remplies dans un classeur neuf, sans image ni mise en forme, puis recommencez.'

const quote = (text: string) => `«\u00a0${text.length > 60 ? `${text.slice(0, 60)}…` : text}\u00a0»`

const REFUSALS = {
  unreadable: () => ['Le fichier ne peut pas être ouvert.', 'Déposez-le de nouveau.'],
  empty: () => ['Le fichier est vide.', 'Vérifiez que vous avez déposé le bon fichier.'],
  not_a_sheet: (what: string) => [
    `Ce fichier est ${what}, pas un tableau.`,
    'Demandez à son expéditeur le tableau d’origine, au format Excel (.xlsx) ou CSV.',
  ],
  old_excel: () => ['Ce fichier est un classeur Excel d’avant 2007 (.xls).', SAVE_AS],
  other_sheet: (what: string) => [`Ce fichier est ${what}.`, SAVE_AS],
  encrypted: () => [
    'Ce fichier est protégé par un mot de passe.',
    'Retirez le mot de passe (Fichier, Informations, Protéger le classeur), puis recommencez.',
  ],
  damaged: () => ['Ce classeur est endommagé ou incomplet.', SEND_AGAIN],
  too_heavy: (mb: number) => [`Ce classeur dépasse ${formatNumber(mb)} Mo.`, LIGHTEN],
  too_many_parts: () => ['Ce classeur contient trop d’éléments pour un tableau.', LIGHTEN],
  too_heavy_unpacked: (mb: number) => [
    `Une fois décompressé, ce classeur dépasse ${formatNumber(mb)} Mo.`,
    LIGHTEN,
  ],
  suspicious_ratio: () => [
    'Ce classeur est compressé de façon anormale\u00a0: il n’a pas été ouvert.',
    SEND_AGAIN,
  ],
  suspicious_names: () => [
    'Ce classeur contient des noms d’éléments anormaux\u00a0: il n’a pas été ouvert.',
    SEND_AGAIN,
  ],
  suspicious_xml: () => [
    'Ce classeur contient une construction qu’aucun tableur n’écrit\u00a0: il n’a pas été lu.',
    SEND_AGAIN,
  ],
  too_many_texts: () => ['Ce classeur contient trop de textes différents.', SPLIT],
  too_slow: () => [
    'La lecture de ce fichier prend trop de temps\u00a0: elle a été arrêtée.',
    LIGHTEN,
  ],
  too_hungry: () => [
    'La lecture de ce fichier demande trop de mémoire\u00a0: elle a été arrêtée.',
    LIGHTEN,
  ],
  reader_stopped: () => ['La lecture de ce fichier s’est arrêtée sans aboutir.', SEND_AGAIN],
  too_many_rows: (n: number) => [`Ce fichier dépasse ${formatNumber(n)} lignes.`, SPLIT],
  too_many_columns: (row: number, n: number) => [
    `La ligne ${row} dépasse ${formatNumber(n)} colonnes.`,
    'Supprimez les colonnes inutiles, puis recommencez.',
  ],
  long_cell: (row: number, n: number) => [
    `Une cellule de la ligne ${row} dépasse ${formatNumber(n)} caractères.`,
    'Raccourcissez-la\u00a0; dans un fichier CSV, vérifiez aussi qu’un guillemet (") n’est pas resté ouvert.',
  ],
  stray_cell: (cell: string) => [
    `La cellule ${cell} est remplie, mais sa colonne n’a pas de titre.`,
    'Effacez cette cellule, ou donnez un titre à sa colonne.',
  ],
  long_row: (row: number, found: number, expected: number) => [
    `La ligne ${row} compte ${formatNumber(found)} cellules pour ${formatNumber(expected)} titres de colonne.`,
    'Si une cellule contient le séparateur, entourez-la de guillemets (").',
  ],
  mixed_separators: (row: number) => [
    `La ligne ${row} n’emploie pas le même séparateur que la ligne des titres.`,
    'Enregistrez de nouveau le fichier en CSV avec un seul séparateur.',
  ],
  open_quote: (row: number, n: number) => [
    `Le guillemet (") ouvert à la ligne ${row} n’est pas refermé.`,
    `Refermez-le, ou supprimez-le\u00a0; une cellule compte au plus ${formatNumber(n)} caractères.`,
  ],
  stray_quote: (row: number) => [
    `La ligne ${row} contient un guillemet (") mal placé.`,
    'Entourez la cellule entière de guillemets et doublez ceux qu’elle contient, ou supprimez-les.',
  ],
  binary: () => ['Ce fichier n’est ni un classeur .xlsx ni un texte CSV.', SAVE_AS],
  mixed_encodings: (row: number) => [
    `Les accents de ce fichier sont codés de deux façons\u00a0; la seconde commence à la ligne ${row}.`,
    'Enregistrez de nouveau le fichier en «\u00a0CSV UTF-8\u00a0», puis recommencez.',
  ],
  no_sheet: () => ['Ce classeur n’a aucune feuille visible.', 'Affichez la feuille à lire.'],
  no_header: (rows: number, wanted: string) => [
    `Aucune ligne de titres n’a été reconnue dans les ${rows} premières lignes. Titres cherchés\u00a0: ${wanted}.`,
    'Reprenez les titres du modèle téléchargeable.',
  ],
  same_header: (first: string, second: string, title: string) => [
    `Les colonnes ${first} et ${second} portent le même titre ${quote(title)}.`,
    'Renommez ou supprimez l’une des deux.',
  ],
} satisfies Record<string, (...args: never[]) => [message: string, remedy: string]>

export type RefusalCode = keyof typeof REFUSALS

/** A refusal before it is worded, as the worker sends it: its code, then the figures it names. */
export type RefusalTerms = {
  [C in RefusalCode]: [code: C, ...args: Parameters<(typeof REFUSALS)[C]>]
}[RefusalCode]

/** Words one refusal. */
export function refusal(...[code, ...args]: RefusalTerms): Refusal {
  const words = REFUSALS[code] as (...args: unknown[]) => [string, string]
  const [message, remedy] = words(...args)
  return { code, message, remedy }
}
