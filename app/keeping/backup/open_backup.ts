import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { FORMAT, MANIFEST, type Manifest } from '#app/keeping/backup/manifest'
import { isSealed } from '#app/keeping/backup/seal'
import { refuse, type Refused } from '#app/shared/result'

export interface OpenedBackup {
  manifest: Manifest
  read(part: string): Promise<Readable>
  close(): void
}

/**
 * Opens a backup once every byte of it has been read and compared with its seal, so that what follows works on a whole
 * archive or not at all.
 */
export async function openBackup(path: string): Promise<OpenedBackup | Refused> {
  try {
    if (!(await isSealed(path))) return damaged()
  } catch {
    return refuse('FICHIER_ABSENT', `Le fichier ${path} ne se lit pas.`, 'Vérifiez son chemin.')
  }
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const manifest = JSON.parse(await textOf(zip, entries.get(MANIFEST)!)) as Manifest
  if (manifest.format > FORMAT) {
    zip.close()
    return newer(manifest)
  }
  return {
    manifest,
    read: (part) => zip.openReadStreamPromise(entries.get(part)!),
    close: () => zip.close(),
  }
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function damaged(): Refused {
  return refuse(
    'SAUVEGARDE_ALTEREE',
    'Ce fichier n’est pas une sauvegarde entière\u00a0: il est tronqué, a changé, ou vient d’ailleurs. Rien n’a été restauré.',
    'Reprenez le fichier d’origine, ou une sauvegarde d’une autre date.'
  )
}

function newer({ versions }: Manifest): Refused {
  return refuse(
    'SAUVEGARDE_PLUS_RECENTE',
    `Cette sauvegarde vient de la version ${versions.product}, que celle-ci ne sait pas lire.`,
    'Mettez le logiciel à jour, puis restaurez.'
  )
}
