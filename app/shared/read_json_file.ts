import { readJson } from '#app/shared/read_json'
import { refuse, type Refused } from '#app/shared/result'

/** The object of a JSON file that somebody names, wrapped; or what to start from when it is not one. */
export async function readJsonFile(
  path: string,
  model: string
): Promise<{ json: unknown } | Refused> {
  const json = await readJson(path)
  if (json !== undefined) return { json }
  return refuse(
    'FICHIER_ILLISIBLE',
    `${path} n’est pas un fichier JSON lisible.`,
    `Partez de ${model}.`
  )
}
