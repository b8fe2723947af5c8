import type { HttpContext } from '@adonisjs/core/http'
import { accessLogList } from '#app/accounts/access_log_list'
import { showList } from '#app/shared/screens/show_list'

export default class AccessLogController {
  async index(ctx: HttpContext) {
    return showList(ctx, accessLogList, 'accounts/access_log')
  }
}
