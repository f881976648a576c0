insert overwrite table orders_dw.dws_clicks_1h partition (dt='${bizdate}')
select  cast(id as string), user_id, status, amount, created_at
from    orders_dw.dwd_clicks
where   dt = '${bizdate}';
