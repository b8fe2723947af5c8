/** How a fiche retour came. */
export const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  portal: 'Portail',
  import: 'Fichier',
  typed: 'Saisie à la main',
}
