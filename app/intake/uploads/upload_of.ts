import type { HttpContext } from '@adonisjs/core/http'
import { readUpload } from '#app/intake/uploads/read_upload'
import type { Upload } from '#app/intake/uploads/upload'
import { found, idOf } from '#app/shared/screens/not_found'

/** The file that an address names, to the person who sent it and to nobody else. */
export async function uploadOf({ params, auth }: HttpContext): Promise<Upload> {
  return found(await readUpload(idOf(params.id), auth.user!.id))
}
