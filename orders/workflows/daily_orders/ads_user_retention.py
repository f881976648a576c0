print(o.get_table('ads_user_retention'))
