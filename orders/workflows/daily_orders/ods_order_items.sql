insert overwrite table orders_dw.ods_order_items partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.src_order_items
where   dt = '${bizdate}';
