insert overwrite table orders_dw.dwd_orders partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.ods_orders
where   dt = '${bizdate}';
