insert overwrite table orders_dw.dwd_clicks partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.ods_clicks
where   dt = '${bizdate}';
