print(o.get_table('check_orders'))
