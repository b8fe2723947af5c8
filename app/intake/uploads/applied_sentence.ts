import type { AppliedUpload } from '#app/intake/uploads/apply_upload'

export function appliedSentence({ importId, alreadyImported }: AppliedUpload): string {
  return alreadyImported
    ? `Ce fichier était déjà enregistré (import n°\u00a0${importId})\u00a0: rien n’a changé.`
    : 'Le fichier est enregistré.'
}
