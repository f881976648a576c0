insert overwrite table orders_dw.dws_product_1d partition (dt='${bizdate}')
select  cast(id as string), user_id, status, amount, created_at
from    orders_dw.dwd_orders
where   dt = '${bizdate}';
