import type { Manifest } from '#app/keeping/backup/manifest'
import { plural } from '#app/shared/french_format'
import { refuse, type Refused } from '#app/shared/result'

/** Why a backup is not restored; nothing has changed. */
export function keyDiffers(): Refused {
  return refuse(
    'AUTRE_CLE',
    'Cette sauvegarde vient d’une installation qui a une autre clé\u00a0: les IBAN et les doubles facteurs y seraient illisibles.',
    'Donnez sa clé dans APP_KEY (elle est dans storage/app.key de l’installation d’origine), puis recommencez. Si elle est perdue, ajoutez --other-key\u00a0: il faudra ressaisir les coordonnées bancaires et inviter de nouveau chaque personne.'
  )
}

export function schemaDiffers({ product }: Manifest['versions']): Refused {
  return refuse(
    'AUTRE_SCHEMA',
    `La base n’a pas les mêmes tables que cette sauvegarde, faite par la version ${product}.`,
    'Restaurez-la dans une base vide avec la version qui l’a faite, puis mettez à jour\u00a0: ./ace migration:run.'
  )
}

export function notEmpty(): Refused {
  return refuse(
    'BASE_NON_VIDE',
    'Cette base contient déjà des données de travail.',
    'Restaurez dans une base vide (DATABASE_URL ou STORAGE_PATH), ou ajoutez --replace pour remplacer tout ce qu’elle contient.'
  )
}

export function othersAtWork(connections: number): Refused {
  return refuse(
    'BASE_OCCUPEE',
    `D’autres processus travaillent dans cette base (${plural(connections, 'connexion')}).`,
    'Arrêtez les processus web et de travail, puis recommencez.'
  )
}

export function rowRefused(message: string): Refused {
  return refuse(
    'LIGNE_REFUSEE',
    `La base refuse une ligne de cette sauvegarde\u00a0: ${message}. Rien n’a changé.`,
    'Reprenez une sauvegarde d’une autre date, et signalez celle-ci.'
  )
}

export function notEqual(difference: string): Refused {
  return refuse(
    'RESTAURATION_INEGALE',
    `Ce qui a été restauré n’est pas égal à ce qui avait été sauvegardé (${difference}). Rien n’a changé.`,
    'Reprenez une sauvegarde d’une autre date, et signalez celle-ci.'
  )
}
